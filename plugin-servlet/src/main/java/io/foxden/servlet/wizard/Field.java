package io.foxden.servlet.wizard;

import io.foxden.config.DetailField;
import io.foxden.installation.RegistrationForm;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One field of the setup form.
 *
 * @param type of the HTML input, which picks the keyboard of a telephone
 * @param fixed whether it cannot be changed
 * @param hint says more; null where there is nothing to say
 * @param wrong says why the value cannot be taken; null where nothing is known against it
 */
record Field(
        String name,
        String label,
        String type,
        String value,
        boolean required,
        int maxLength,
        boolean fixed,
        @Nullable String hint,
        @Nullable String wrong) {
    static final String SITE_URL = "site_url";

    private static final int LONGEST_ADDRESS = 200;

    static Field site(@Nullable URI siteUrl, boolean fixed, @Nullable URI redirectUri) {
        String from = fixed ? "Given by the setting foxden.site-url. " : "";
        String back = redirectUri == null ? "" : "Foxy sends browsers back to " + redirectUri + ".";
        return new Field(
                SITE_URL,
                "Public address of this site",
                "url",
                siteUrl == null ? "" : siteUrl.toString(),
                true,
                LONGEST_ADDRESS,
                fixed,
                (from + back).isEmpty() ? null : (from + back).strip(),
                null);
    }

    static Field of(RegistrationForm.Field field) {
        DetailField detail = field.detail();
        return new Field(
                detail.parameter(),
                detail.label(),
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
    Field typed(@Nullable String text) {
        return fixed || text == null ? this : with(text, wrong);
    }

    Field wrong(@Nullable String why) {
        return with(value, why);
    }

    boolean missing() {
        return required && value.isBlank();
    }

    private Field with(String text, @Nullable String why) {
        return new Field(name, label, type, text, required, maxLength, fixed, hint, why);
    }

    /** The ids of what explains the field; null where nothing does. */
    @Nullable
    String describedBy() {
        String ids = (wrong == null ? "" : name + "-wrong ") + (hint == null ? "" : name + "-hint");
        return ids.isBlank() ? null : ids.strip();
    }
}
