package io.foxden.installation;

import io.foxden.config.Settings;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.registration.Registrar;
import io.foxden.setting.DetailField;
import io.foxden.setting.ProjectDetails;
import io.foxden.setting.SiteAddress;
import io.foxden.words.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From what a person or a script tells to a registration. */
final class Setup {
    private final Settings settings;
    private final Site site;
    private final Registrar registrar;

    Setup(Settings settings, Site site, Registrar registrar) {
        this.settings = settings;
        this.site = site;
        this.registrar = registrar;
    }

    boolean install(InstallRequest request) {
        settings.check();
        Map<DetailField, String> told = fields(request.fields());
        SiteAddress address = site.toRegister(request);
        ProjectDetails details = site.details(told, address.siteUrl());
        if (!registrar.wouldAsk(address, details)) {
            return false;
        }
        site.remember(address, details);
        return registrar.install(address, details, settings.clientIdPrefix());
    }

    Optional<RegistrationForm> plan(InstallRequest request) {
        settings.check();
        SiteAddress address = site.toRegister(request);
        ProjectDetails details = site.details(fields(request.fields()), address.siteUrl());
        return registrar.wouldAsk(address, details) ? Optional.of(form(address, details)) : Optional.empty();
    }

    RegistrationForm form(@Nullable URI seenSiteUrl) {
        SiteAddress address = site.address().orElse(null);
        if (address == null && seenSiteUrl != null) {
            address = site.toRegister(new InstallRequest(null, seenSiteUrl, Map.of()));
        }
        return form(address, site.details(Map.of(), address == null ? null : address.siteUrl()));
    }

    private RegistrationForm form(@Nullable SiteAddress address, ProjectDetails details) {
        return new RegistrationForm(
                address == null ? null : address.siteUrl(),
                settings.siteUrl().isPresent(),
                address == null ? null : address.redirectUri(),
                fields(details));
    }

    private List<RegistrationForm.Field> fields(ProjectDetails details) {
        List<RegistrationForm.Field> fields = new ArrayList<>();
        for (DetailField field : DetailField.values()) {
            fields.add(
                    new RegistrationForm.Field(field, details.value(field).orElse(""), details.fixedByVendor(field)));
        }
        return fields;
    }

    private static Map<DetailField, String> fields(Map<String, String> given) {
        Map<DetailField, String> fields = new EnumMap<>(DetailField.class);
        TreeSet<String> unknown = new TreeSet<>();
        given.forEach((name, value) -> DetailField.ofParameter(name)
                .ifPresentOrElse(field -> fields.put(field, value), () -> unknown.add(name)));
        if (!unknown.isEmpty()) {
            throw new OperatorException(
                    Code.BAD_REQUEST,
                    Message.of("installation/unknown-fields")
                            .with("fields", List.copyOf(unknown))
                            .with("known", known()));
        }
        return fields;
    }

    private static List<String> known() {
        return Stream.concat(
                        Stream.of(SiteAddress.PARAMETER),
                        Arrays.stream(DetailField.values()).map(DetailField::parameter))
                .toList();
    }
}
