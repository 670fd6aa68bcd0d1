package io.foxden.servlet.wizard;

import io.foxden.installation.RegistrationForm;
import io.foxden.setting.DetailField;
import io.foxden.setting.SiteAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field of the setup form.
 *
 * @param type of the HTML input, which picks the keyboard of a telephone
 * @param fixed whether it cannot be changed
 * @param hint says more; null where there is nothing to say
 * @param wrong says why the value cannot be taken; null where nothing is known against it
 */
record FormField(
        String name,
        String label,
        String type,
        String value,
        boolean required,
        int maxLength,
        boolean fixed,
        @Nullable String hint,
        @Nullable String wrong) {
    private static final int LONGEST_ADDRESS = 200;

    static FormField site(@Nullable URI siteUrl, boolean fixed, @Nullable URI redirectUri) {
        String from = fixed ? "Given by the setting foxden.site-url. " : "";
        String back = redirectUri == null ? "" : "Foxy sends browsers back to " + redirectUri + ".";
        return new FormField(
                SiteAddress.PARAMETER,
                "Public address of this site",
                "url",
                siteUrl == null ? "" : siteUrl.toString(),
                true,
                LONGEST_ADDRESS,
                fixed,
                (from + back).isEmpty() ? null : (from + back).strip(),
                null);
    }

    static FormField of(RegistrationForm.Field field) {
        DetailField detail = field.detail();
        return new FormField(
                detail.parameter(),
                detail.label().toString(),
                type(detail),
                field.value(),
                detail.required(),
                detail.maxLength(),
                field.fixed(),
                field.fixed() ? "Given by the vendor of this integration." : null,
                null);
    }

    private static String type(DetailField detail) {
        return switch (detail) {
            case COMPANY_URL, COMPANY_LOGO -> "url";
            case CONTACT_EMAIL -> "email";
            case CONTACT_PHONE -> "tel";
            case PROJECT_NAME, PROJECT_DESCRIPTION, COMPANY_NAME, CONTACT_NAME -> "text";
        };
    }

    /** With what somebody typed; a fixed field keeps its own. */
    FormField typed(@Nullable String text) {
        return fixed || text == null ? this : with(text, wrong);
    }

    FormField wrong(@Nullable String why) {
        return with(value, why);
    }

    /** What is wrong with the value by itself, as a sentence; empty where nothing is, as far as can be told here. */
    Optional<String> fault() {
        if (required && value.isBlank()) {
            return Optional.of("Foxy asks for this: fill it in.");
        }
        return DetailField.ofParameter(name)
                .flatMap(detail -> detail.fault(value))
                .map(reason -> label + " " + reason + ".");
    }

    private FormField with(String text, @Nullable String why) {
        return new FormField(name, label, type, text, required, maxLength, fixed, hint, why);
    }

    /** The ids of what explains the field; null where nothing does. */
    @Nullable
    String describedBy() {
        String ids = (wrong == null ? "" : name + "-wrong ") + (hint == null ? "" : name + "-hint");
        return ids.isBlank() ? null : ids.strip();
    }
}
