package io.foxden.event;

import java.util.Locale;

/** What a session was opened with. */
public enum SignInBy {
    SETUP_CODE,
    LOGIN_CODE,
    ADMIN_TOKEN;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
