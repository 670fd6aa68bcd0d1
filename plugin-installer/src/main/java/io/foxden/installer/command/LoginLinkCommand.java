package io.foxden.installer.command;

import io.foxden.access.LoginCode;
import io.foxden.installation.Installation;
import io.foxden.installer.console.Ending;
import io.foxden.installer.console.OutputLine;
import io.foxden.setting.SiteAddress;
import io.foxden.words.Message;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets an administrator in. */
@Command(name = "login-link")
final class LoginLinkCommand implements Action {
    @Mixin
    private final DryRun dryRun = new DryRun();

    @Override
    public Ending run(Invocation invocation) throws IOException {
        Installation foxden = invocation.existing(dryRun);
        if (dryRun.on) {
            Message would = Message.of("installer/command/would.login-link");
            return Deed.of(invocation).would(would, Map.of(), foxden.status());
        }
        LoginCode code = foxden.access().loginCode();
        Optional<String> url = foxden.site().map(SiteAddress::baseUrl).map(code::link);
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("url", url.orElse(null));
        document.put("code", code.code());
        document.put("expires_at", code.expiresAt().toString());
        return Ending.done(document, url.map(link -> lines(code, link)).orElseGet(() -> lines(code)));
    }

    private static List<OutputLine> lines(LoginCode code, String link) {
        return List.of(
                OutputLine.of(Message.of("installer/command/login.open").with("until", code.expiresAt())),
                OutputLine.asIs(link),
                OutputLine.of(Message.of("installer/command/login.or-enter").with("code", code.code())));
    }

    private static List<OutputLine> lines(LoginCode code) {
        return List.of(
                OutputLine.of(Message.of("installer/command/login.no-site")),
                OutputLine.of(Message.of("installer/command/login.enter").with("until", code.expiresAt())),
                OutputLine.asIs(code.code()));
    }
}
