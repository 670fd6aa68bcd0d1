package io.foxden.problem;

/** The usual next steps, in words for the person who has to take them: {@code remedy.…} in the bundle. */
enum Remedy {
    START_AGAIN,
    APPROVE,
    REPORT,
    INSTALL,
    CONNECT,
    DISCONNECT_FIRST,
    RESET_FIRST,
    GIVE_DETAILS,
    CORRECT_DETAILS,
    INSTALL_AGAIN,
    TRY_LATER,
    READ_MESSAGE,
    CHECK_API_URL,
    RECONNECT,
    CONNECT_BEFORE,
    RESTART,
    REGISTER_AGAIN,
    CORRECT_SETTING,
    RESTORE_KEY,
    CHECK_HOME,
    RESTORE_RECORD,
    READ_LOG,
    SIGN_IN,
    ASK_ADMINISTRATOR,
    RELOAD,
    WAIT,
    CORRECT_REQUEST,
    CHECK_ADDRESS,
    READ_HELP
}
