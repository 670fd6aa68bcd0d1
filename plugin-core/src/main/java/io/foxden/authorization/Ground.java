package io.foxden.authorization;

import io.foxden.config.SiteAddress;
import io.foxden.registration.Client;
import io.foxden.secret.RandomText;
import io.foxden.store.Store;
import io.foxden.token.Connection;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What authorization stands on.
 *
 * @param check throws if settings or the vault key forbid any change
 * @param site where a registered client's site answers
 * @param connected told of each new connection, before the browser is sent on
 */
public record Ground(
        Store store,
        RandomText random,
        Clock clock,
        Pause pause,
        Runnable check,
        Function<Client, SiteAddress> site,
        Consumer<Connection> connected) {}
