package io.foxden.servlet;

import io.foxden.Phase;
import io.foxden.Version;
import io.foxden.config.Settings;
import io.foxden.doctor.Presence;
import io.foxden.host.Application;
import io.foxden.host.Way;
import io.foxden.installation.Installation;
import io.foxden.installation.Tenant;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.secret.RandomText;
import io.foxden.servlet.exchange.Base;
import io.foxden.servlet.exchange.Forwarding;
import io.foxden.servlet.gate.Gatehouse;
import io.foxden.servlet.gate.Resetting;
import io.foxden.setting.Setting;
import io.foxden.setting.SiteAddress;
import io.foxden.words.Message;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the installation of one web application, as often as it is asked to. For one thread at a time. */
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final Application application;
    private final String usualBasePath;
    private final RandomText random;
    private final Reception closed;
    private final Supplier<Desk> latest;
    private final Resetting reset;
    private String saidLast = "";

    /**
     * @param usualBasePath below the context path, where the settings say nothing else
     * @param closed answers while nothing is open
     * @param latest has what is closed or locked tried once more, and tells who answers then
     * @param reset what a reset of an open installation does
     */
    Opening(
            Application application,
            String usualBasePath,
            RandomText random,
            Reception closed,
            Supplier<Desk> latest,
            Resetting reset) {
        this.latest = latest;
        this.reset = reset;
        this.application = application;
        this.usualBasePath = usualBasePath;
        this.random = random;
        this.closed = closed;
    }

    /** Never throws what could be told: a defect of ours must not keep the host from starting, nor end the attempts. */
    Premises open(Settings now) {
        try {
            return opened(now);
        } catch (FoxdenException e) {
            Problem why = e.code() == Code.HOME_UNUSABLE ? Unit.helped(now, e.problem()) : e.problem();
            log(why.detail() + " " + why.remedy(), null);
            LOG.debug("Foxden is not running", e);
            return closed(now, why);
        } catch (RuntimeException | Error e) {
            log("A defect of its own, or a clash of libraries. Please report this.", e);
            return closed(now, defect(e));
        }
    }

    /** Nothing is open, for this reason. */
    Premises closed(Settings now, Problem why) {
        return new Premises(
                now, base(now), new Forwarding(now.trustedProxies(), now.proxyHeader()), closed, null, why, false);
    }

    private Premises opened(Settings now) {
        String basePath = basePath(now);
        Presence presence = new Presence(basePath, application.way().word(), application.jars());
        Installation foxden = Installation.open(now, tenant(now));
        boolean made = false;
        try {
            boolean complete = prepared(foxden, presence);
            Reception open = new Reception(() -> desk(foxden));
            Forwarding forwarding = new Forwarding(now.trustedProxies(), now.proxyHeader());
            now.problems().forEach(problem -> LOG.warn("{} {}", problem.detail(), problem.remedy()));
            made = true;
            return new Premises(now, base(now), forwarding, open, foxden, null, complete);
        } finally {
            if (!made) {
                foxden.close();
            }
        }
    }

    /** What cannot be written or read for people and the command line just now is no reason to keep tokens from the host. */
    private boolean prepared(Installation foxden, Presence presence) {
        try {
            foxden.deployed(presence).prepare();
            return true;
        } catch (FoxdenException e) {
            log(e.problem().detail() + " " + e.problem().remedy(), null);
            return false;
        }
    }

    /** Copies of one application may share a home; two applications may not. */
    private Tenant tenant(Settings now) {
        String host = VirtualHost.told(application.context());
        String path = application.context().getContextPath();
        boolean ofAccount = application.way() == Way.SPRING_BOOT && !now.given().contains(Setting.HOME);
        String folder = ofAccount ? folder() : "";
        Message words = Message.of(folder.isEmpty() ? "servlet/tenant" : "servlet/tenant-in")
                .with("path", path.isEmpty() ? "/" : path)
                .with("host", host)
                .with("folder", folder);
        return new Tenant(String.join("\n", host, path, folder), words);
    }

    /** Where the archive of an application is that brings its server along; the next version's is usually there too. */
    private String folder() {
        String jar = application.jars().isEmpty() ? "" : application.jars().get(0);
        String archive = jar.replaceFirst("[!*].*", "").replaceFirst("/$", "");
        return archive.substring(0, Math.max(0, archive.lastIndexOf('/')));
    }

    private Desk desk(Installation foxden) {
        Gatehouse gatehouse = Gatehouse.of(foxden, Clock.systemUTC(), random);
        return new FrontDesk(gatehouse.gate(), gatehouse.refusals(), Switchboard.of(foxden, gatehouse, reset), latest);
    }

    private Base base(Settings now) {
        return new Base(application.context().getContextPath(), basePath(now));
    }

    private String basePath(Settings now) {
        return now.basePath().orElse(usualBasePath);
    }

    /** Says in the log that it runs. */
    void tell(Premises now) {
        Installation foxden = Objects.requireNonNull(now.foxden());
        saidLast = "";
        LOG.info(
                "Foxden {} answers at {}; home {}; {}",
                Version.TEXT,
                address(now, foxden),
                foxden.settings().home(),
                foxden.status().phase().word());
        foxden.settings().otherHomes().stream()
                .filter(home -> foxden.status().phase() == Phase.NEW)
                .forEach(home -> LOG.warn("There is an installation in {}, which is not used.", home));
        foxden.warnings().forEach(warning -> LOG.warn("{} {}", warning.detail(), warning.remedy()));
        setupCodeFile(foxden)
                .ifPresent(file -> LOG.info("The setup code that opens Foxden's page is in the file {}", file));
    }

    /** A record that cannot be read was told already. */
    private static Optional<Path> setupCodeFile(Installation foxden) {
        try {
            return foxden.access().setupCodeFile();
        } catch (FoxdenException e) {
            return Optional.empty();
        }
    }

    /** The public address where it is known; a record that cannot be read is told by the page. */
    private static String address(Premises now, Installation foxden) {
        try {
            return foxden.site()
                    .map(SiteAddress::baseUrl)
                    .map(Object::toString)
                    .orElse(now.base().path());
        } catch (FoxdenException e) {
            return now.base().path();
        }
    }

    /** What stays wrong is said once, not with every attempt. */
    private void log(String why, @Nullable Throwable defect) {
        String what = defect == null ? why : why + defect.getClass();
        if (!what.equals(saidLast)) {
            saidLast = what;
            LOG.error("Foxden could not be opened, or not wholly, and tries again by itself: {}", why, defect);
        }
    }

    private static Problem defect(Throwable defect) {
        String name = defect.getClass().getName();
        return Problem.of(Code.NOT_STARTED, Message.of("servlet/defect").with("name", name));
    }
}
