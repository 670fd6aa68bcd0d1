package io.foxden.installer.command;

import io.foxden.Status;
import io.foxden.installation.InstallRequest;
import io.foxden.installation.Installation;
import io.foxden.installation.Installed;
import io.foxden.installation.RegistrationForm;
import io.foxden.installer.console.Ending;
import io.foxden.installer.console.Progress;
import io.foxden.setting.DetailField;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Becomes a client at Foxy, once. */
@Command(
        name = "install",
        description = "Register this installation as an OAuth client at Foxy. Registered already: nothing to do.")
final class InstallCommand implements Action {
    @Mixin
    private DryRun dryRun = new DryRun();

    @Option(
            names = "--site-url",
            paramLabel = "URL",
            description = "Public base address of the application, context path included.")
    private @Nullable String siteUrl;

    @Option(names = "--project-name", paramLabel = "TEXT", description = "Name shown on Foxy's consent page.")
    private @Nullable String projectName;

    @Option(names = "--project-description", paramLabel = "TEXT", description = "What the integration does.")
    private @Nullable String projectDescription;

    @Option(names = "--company-name", paramLabel = "TEXT", description = "Who offers the integration.")
    private @Nullable String companyName;

    @Option(names = "--company-url", paramLabel = "URL", description = "The company's web site.")
    private @Nullable String companyUrl;

    @Option(names = "--company-logo", paramLabel = "URL", description = "Address of the company's logo.")
    private @Nullable String companyLogo;

    @Option(names = "--contact-name", paramLabel = "TEXT", description = "Whom Foxy can ask.")
    private @Nullable String contactName;

    @Option(names = "--contact-email", paramLabel = "TEXT", description = "Their e-mail address.")
    private @Nullable String contactEmail;

    @Option(names = "--contact-phone", paramLabel = "TEXT", description = "Their telephone number.")
    private @Nullable String contactPhone;

    @Override
    public Ending run(Invocation invocation) throws IOException {
        InstallRequest request = new InstallRequest(siteUrl, null, fields());
        return dryRun.on ? plan(invocation.looked(), request) : install(invocation, request);
    }

    private static Ending install(Invocation invocation, InstallRequest request) {
        Installed installed;
        try (Progress waiting = invocation.console().progress("Registering at Foxy")) {
            installed = invocation.foxden().install(request);
        }
        return installed.registered()
                ? Deed.done("Registered this installation at Foxy.", installed.status())
                : Deed.nothing("this installation is registered at Foxy already.", installed.status());
    }

    private static Ending plan(Installation foxden, InstallRequest request) {
        Status status = foxden.status();
        return foxden.plan(request)
                .map(form -> Deed.would("register this installation at Foxy", sent(form), status))
                .orElseGet(() -> Deed.nothing("this installation is registered at Foxy already.", status));
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
