package io.foxden.installation;

import io.foxden.setting.DetailField;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an install would send to Foxy, for a person to look at first.
 *
 * @param siteUrl proposed or fixed; null while nothing says
 * @param siteUrlFixed whether a setting gives it
 * @param redirectUri that follows from it
 */
public record RegistrationForm(
        @Nullable URI siteUrl,
        boolean siteUrlFixed,
        @Nullable URI redirectUri,
        List<Field> fields) {
    /** @param fixed by the vendor or by a setting, so that a form shows it and does not ask */
    public record Field(DetailField detail, String value, boolean fixed) {}
}
