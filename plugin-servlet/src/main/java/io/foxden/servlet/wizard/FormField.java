package io.foxden.servlet.wizard;

import io.foxden.installation.RegistrationForm;
import io.foxden.setting.DetailField;
import io.foxden.setting.Setting;
import io.foxden.setting.SiteAddress;
import io.foxden.words.Message;
import io.foxden.words.Words;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    static FormField site(RegistrationForm form, Words words) {
        URI siteUrl = form.siteUrl();
        return new FormField(
                SiteAddress.PARAMETER,
                words.text("servlet/wizard/site-url"),
                "url",
                siteUrl == null ? "" : siteUrl.toString(),
                true,
                LONGEST_ADDRESS,
                form.siteUrlFixed(),
                hint(form).map(words::text).orElse(null),
                null);
    }

    private static Optional<Message> hint(RegistrationForm form) {
        List<Message> hints = Stream.concat(
                        form.siteUrlFixed()
                                ? Stream.of(
                                        Message.of("servlet/wizard/by-setting").with("setting", Setting.SITE_URL))
                                : Stream.empty(),
                        Stream.ofNullable(form.redirectUri())
                                .map(uri -> Message.of("servlet/wizard/back-to").with("uri", uri)))
                .toList();
        return hints.isEmpty() ? Optional.empty() : Optional.of(Message.sentences(hints));
    }

    static FormField of(RegistrationForm.Field field, Words words) {
        DetailField detail = field.detail();
        return new FormField(
                detail.parameter(),
                words.text(detail.label()),
                type(detail),
                field.value(),
                detail.required(),
                detail.maxLength(),
                field.fixed(),
                field.fixed() ? words.text("servlet/wizard/by-vendor") : null,
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
    Optional<Message> fault() {
        if (required && value.isBlank()) {
            return Optional.of(Message.of("servlet/wizard/empty"));
        }
        return DetailField.ofParameter(name)
                .flatMap(detail -> detail.fault(value))
                .map(reason ->
                        Message.of("servlet/wizard/fault").with("field", label).with("reason", reason));
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
