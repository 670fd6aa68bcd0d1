package io.foxden.installer.command;

import io.foxden.access.LoginCode;
import io.foxden.installation.Installation;
import io.foxden.installer.console.Ending;
import io.foxden.setting.SiteAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets an administrator in. */
@Command(
        name = "login-link",
        description = "Print a link that opens the Foxden page to an administrator, once, for a few minutes.")
final class LoginLinkCommand implements Action {
    @Mixin
    private final DryRun dryRun = new DryRun();

    @Override
    public Ending run(Invocation invocation) {
        Installation foxden = invocation.existing();
        if (dryRun.on) {
            return Deed.would("make a code that opens the Foxden page once", Map.of(), foxden.status());
        }
        LoginCode code = foxden.access().loginCode();
        Optional<String> url = foxden.site().map(SiteAddress::baseUrl).map(base -> base + "/?code=" + code.code());
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("url", url.orElse(null));
        document.put("code", code.code());
        document.put("expires_at", code.expiresAt().toString());
        return Ending.done(document, lines(code, url));
    }

    private static List<String> lines(LoginCode code, Optional<String> url) {
        List<String> lines = new ArrayList<>();
        url.ifPresentOrElse(
                link -> {
                    lines.add("Open this link, which works once, until " + code.expiresAt() + ":");
                    lines.add(link);
                    lines.add("Or enter this code on the Foxden page: " + code.code());
                },
                () -> {
                    lines.add("The site's address is not known yet (foxden.site-url).");
                    lines.add("Enter this code on the Foxden page, which works once, until " + code.expiresAt() + ":");
                    lines.add(code.code());
                });
        return lines;
    }
}
