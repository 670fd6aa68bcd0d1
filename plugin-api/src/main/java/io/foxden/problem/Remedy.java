package io.foxden.problem;

/** The next step for each {@link Code}, in words for the person who has to take it. */
enum Remedy {
    START_AGAIN("Go back to the Foxden page and press Connect again; nothing was changed."),
    APPROVE("The integration cannot work without access. Press Connect again and approve at Foxy."),
    REPORT("This is a defect: report it with the reference shown and the server's log."),
    INSTALL("Register first: press Register on the Foxden page, or run 'foxden install'."),
    CONNECT("A person has to approve at Foxy: press Connect on the Foxden page, or run 'foxden connect'."),
    DISCONNECT_FIRST("Nothing needs doing. To connect another store, ask for a reconnect, or disconnect first."),
    RESET_FIRST("To register anew with the other address, reset first; the store's owner must then approve again."),
    GIVE_DETAILS("Fill in the fields named, on the page, in the request or as settings, and install again."),
    CORRECT_DETAILS(
            "Correct what Foxy names and install again; give the logref to Foxy's support if it stays unclear."),
    INSTALL_AGAIN("Install again: it asks with the same client id, so nothing is made twice."),
    TRY_LATER("Nothing was lost. Try again in a while; Foxden also tries again by itself where it can."),
    READ_MESSAGE("Foxy's message says why; give the logref to Foxy's support if it stays unclear."),
    CHECK_API_URL("Check foxden.api-url and foxden.environment, and whether a proxy changes Foxy's answers."),
    RECONNECT("A person has to approve again: press Connect on the Foxden page, or run 'foxden connect'."),
    CONNECT_BEFORE("Connect again before it ends: press Connect on the Foxden page, or run 'foxden connect'."),
    RESTART("Look into the server's log for what it met; a restart of the application starts it anew."),
    REGISTER_AGAIN("The client was deleted at Foxy, or its secret is no longer accepted. Install again: a new client is"
            + " registered; then connect."),
    CORRECT_SETTING("Correct the settings named and restart, or run the command again."),
    RESTORE_KEY("Put back the key this installation was made with (foxden.vault.key, its key file, its passphrase, or"
            + " vault.key in the home folder). Nothing was changed or deleted."),
    CHECK_HOME("Make the folder writable for the account the server runs under, or set foxden.home to one that is."),
    RESTORE_RECORD("Restore the record from a backup. The other records are not affected."),
    READ_LOG("The server's log says what is wrong and what to do; then restart the application."),
    SIGN_IN("Sign in with the setup code, a code of 'foxden login-link', or the admin token."),
    ASK_ADMINISTRATOR("Ask for membership in the role that foxden.admin.role names."),
    RELOAD("Reload the page and send the form again."),
    WAIT("Wait a minute and try again."),
    CORRECT_REQUEST("Correct what is named; nothing was changed."),
    CHECK_ADDRESS("Check the address; the JSON API is described at api/v1/openapi.json."),
    READ_HELP("See 'foxden --help'.");

    private final String text;

    Remedy(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
