package io.foxden.servlet;

import io.foxden.config.Settings;
import io.foxden.problem.Problem;
import io.foxden.setting.Setting;
import io.foxden.words.Message;

/** The service of systemd's that a server may be: one that may write nowhere but where its unit says. */
final class Unit {
    private Unit() {}

    /** Says what to write into the unit, where the home is the usual one: making it writable is no help there. */
    static Problem helped(Settings settings, Problem unusable) {
        return settings.given().contains(Setting.HOME) ? unusable : unusable.withNext(Message.of("servlet/unit"));
    }
}
