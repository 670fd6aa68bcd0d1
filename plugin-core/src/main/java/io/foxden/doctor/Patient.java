package io.foxden.doctor;

import io.foxden.config.Settings;
import io.foxden.problem.Problem;
import io.foxden.registration.ClientJournal;
import io.foxden.registration.Endpoints;
import io.foxden.setting.SiteAddress;
import io.foxden.store.Store;
import io.foxden.token.Connections;
import io.foxden.token.TokenEndpoint;
import io.foxden.vault.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The installation that is looked at.
 *
 * @param mended what was damaged and mended when it was opened
 * @param around what is wrong around it, in the web application and in other homes
 * @param moved says that the site is no longer where it was registered
 * @param troubles what is wrong with the process that asks, and stands in no record
 * @param lastBeat the last beat that was heard here, of whichever process
 */
public record Patient(
        Settings settings,
        Store store,
        Vault vault,
        ClientJournal journals,
        Connections connections,
        Endpoints endpoints,
        TokenEndpoint tokenEndpoint,
        Supplier<Optional<SiteAddress>> site,
        Supplier<Optional<Problem>> moved,
        Supplier<Optional<Presence>> presence,
        Supplier<List<Problem>> troubles,
        Supplier<Optional<LastBeat>> lastBeat,
        Supplier<List<Problem>> around,
        List<Problem> mended,
        Clock clock) {}
