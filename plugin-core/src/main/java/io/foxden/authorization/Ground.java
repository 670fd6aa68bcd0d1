package io.foxden.authorization;

import io.foxden.event.Events;
import io.foxden.problem.Problem;
import io.foxden.registration.Client;
import io.foxden.registration.ClientJournal;
import io.foxden.registration.Endpoints;
import io.foxden.secret.RandomText;
import io.foxden.setting.SiteAddress;
import io.foxden.store.AnswersInHand;
import io.foxden.store.Store;
import io.foxden.token.AccessTokens;
import io.foxden.token.ClientCheck;
import io.foxden.token.Connections;
import io.foxden.token.Promotion;
import io.foxden.token.TokenEndpoint;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What authorization stands on.
 *
 * @param nanos the clock that nobody sets
 * @param scope what is asked for where nobody says otherwise
 * @param check throws if settings or the vault key forbid any change
 * @param site where a registered client's site answers
 * @param moved says that browsers sent to Foxy would not come back here
 * @param connected called after each new connection, and not waited for
 */
public record Ground(
        Store store,
        ClientJournal journals,
        Endpoints endpoints,
        Connections connections,
        TokenEndpoint endpoint,
        ClientCheck clients,
        AccessTokens tokens,
        Promotion promotion,
        AnswersInHand inHand,
        Events events,
        RandomText random,
        Clock clock,
        LongSupplier nanos,
        Pause pause,
        String scope,
        Runnable check,
        Function<Client, SiteAddress> site,
        Function<Client, Optional<Problem>> moved,
        Runnable connected) {}
