package io.foxden.installer.command;

import io.foxden.Status;
import io.foxden.installation.InstallRequest;
import io.foxden.installation.Installation;
import io.foxden.installation.Installed;
import io.foxden.installation.RegistrationForm;
import io.foxden.installer.console.Ending;
import io.foxden.installer.console.Progress;
import io.foxden.setting.DetailField;
import io.foxden.words.Message;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Becomes a client at Foxy, once. */
@Command(name = "install")
final class InstallCommand implements Action {
    private static final Message REGISTERED_ALREADY = Message.of("installer/command/registered-already");

    @Mixin
    private DryRun dryRun = new DryRun();

    @Option(names = "--create-home")
    private boolean createHome;

    @Option(names = "--site-url", paramLabel = "URL")
    private @Nullable String siteUrl;

    @Option(names = "--project-name", paramLabel = "TEXT")
    private @Nullable String projectName;

    @Option(names = "--project-description", paramLabel = "TEXT")
    private @Nullable String projectDescription;

    @Option(names = "--company-name", paramLabel = "TEXT")
    private @Nullable String companyName;

    @Option(names = "--company-url", paramLabel = "URL")
    private @Nullable String companyUrl;

    @Option(names = "--company-logo", paramLabel = "URL")
    private @Nullable String companyLogo;

    @Option(names = "--contact-name", paramLabel = "TEXT")
    private @Nullable String contactName;

    @Option(names = "--contact-email", paramLabel = "TEXT")
    private @Nullable String contactEmail;

    @Option(names = "--contact-phone", paramLabel = "TEXT")
    private @Nullable String contactPhone;

    /** Beside a server there is no doubt where the home is to be. */
    @Override
    public void checkHome(Invocation invocation) {
        GlobalOptions options = invocation.options();
        options.mayBeNew = true;
        invocation.checkHome(createHome || options.server != null);
    }

    @Override
    public Ending run(Invocation invocation) throws IOException {
        InstallRequest request = new InstallRequest(siteUrl, null, fields());
        return dryRun.on ? plan(invocation, request) : install(invocation, request);
    }

    private static Ending install(Invocation invocation, InstallRequest request) {
        Installed installed;
        try (Progress waiting = invocation.console().progress(Message.of("installer/command/waiting.install"))) {
            installed = invocation.foxden().install(request);
        }
        return installed.registered()
                ? Deed.of(invocation).done(Message.of("installer/command/did.install"), installed.status())
                : Deed.of(invocation).nothing(REGISTERED_ALREADY, installed.status());
    }

    private static Ending plan(Invocation invocation, InstallRequest request) throws IOException {
        Installation foxden = invocation.looked();
        Deed deed = Deed.of(invocation);
        Status status = foxden.status();
        return foxden.plan(request)
                .map(form -> deed.would(Message.of("installer/command/would.install"), sent(form), status))
                .orElseGet(() -> deed.nothing(REGISTERED_ALREADY, status));
    }

    private static Map<String, String> sent(RegistrationForm form) {
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("redirect_uri", String.valueOf(form.redirectUri()));
        for (RegistrationForm.Field field : form.fields()) {
            if (!field.value().isEmpty()) {
                sent.put(field.detail().parameter(), field.value());
            }
        }
        return sent;
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, DetailField.PROJECT_NAME, projectName);
        put(fields, DetailField.PROJECT_DESCRIPTION, projectDescription);
        put(fields, DetailField.COMPANY_NAME, companyName);
        put(fields, DetailField.COMPANY_URL, companyUrl);
        put(fields, DetailField.COMPANY_LOGO, companyLogo);
        put(fields, DetailField.CONTACT_NAME, contactName);
        put(fields, DetailField.CONTACT_EMAIL, contactEmail);
        put(fields, DetailField.CONTACT_PHONE, contactPhone);
        return fields;
    }

    private static void put(Map<String, String> fields, DetailField field, @Nullable String value) {
        if (value != null) {
            fields.put(field.parameter(), value);
        }
    }
}
