package io.foxden.setting;

import io.foxden.words.Message;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is told to Foxy about the integration (Foxy: section 4, {@code fx:create_client}). */
public enum DetailField {
    PROJECT_NAME(Setting.PROJECT_NAME, true, Syntax::line),
    PROJECT_DESCRIPTION(Setting.PROJECT_DESCRIPTION, false, Syntax::line),
    COMPANY_NAME(Setting.COMPANY_NAME, true, Syntax::line),
    COMPANY_URL(Setting.COMPANY_URL, false, DetailField::address),
    COMPANY_LOGO(Setting.COMPANY_LOGO, false, DetailField::address),
    CONTACT_NAME(Setting.CONTACT_NAME, true, Syntax::line),
    CONTACT_EMAIL(Setting.CONTACT_EMAIL, true, Syntax::email),
    CONTACT_PHONE(Setting.CONTACT_PHONE, true, Syntax::line);

    private final Setting setting;
    private final String parameter;
    private final boolean required;

    @SuppressWarnings("ImmutableEnumChecker") // only functions without state are given above
    private final UnaryOperator<String> check;

    DetailField(Setting setting, boolean required, UnaryOperator<String> check) {
        this.setting = setting;
        this.parameter =
                setting.settingName().substring(Setting.PREFIX.length()).replace('-', '_');
        this.required = required;
        this.check = check;
    }

    /** The field with this parameter name, if there is one. */
    public static Optional<DetailField> ofParameter(String parameter) {
        return Arrays.stream(values())
                .filter(field -> field.parameter.equals(parameter))
                .findFirst();
    }

    /** The name in requests, ours and Foxy's, such as {@code project_name}. */
    public String parameter() {
        return parameter;
    }

    /** The name for people. */
    public Message label() {
        return Message.of("setting/label." + parameter);
    }

    /** Whether Foxy demands it. */
    public boolean required() {
        return required;
    }

    /** How many characters it may have. */
    public int maxLength() {
        return Syntax.FIELD_LENGTH;
    }

    /** The setting that gives it beforehand. */
    public Setting setting() {
        return setting;
    }

    /** Why a value cannot be taken, as the rest of a sentence that begins with the field's name; empty where it can. */
    public Optional<Message> fault(String value) {
        try {
            parse(value);
            return Optional.empty();
        } catch (BadValueException e) {
            return Optional.of(e.reason());
        }
    }

    /** The value as it is kept. */
    public String parse(String value) {
        return check.apply(value);
    }

    private static String address(String text) {
        WebAddress.any(Syntax.line(text));
        return text;
    }
}
