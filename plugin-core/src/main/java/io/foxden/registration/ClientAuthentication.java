package io.foxden.registration;

/** How the client proves itself at the token endpoint (RFC 6749, section 2.3.1), under the names of RFC 7591. */
public enum ClientAuthentication {
    BASIC("client_secret_basic"),
    POST("client_secret_post");

    private final String word;

    ClientAuthentication(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The other way, worth one try when this one is not accepted. */
    public ClientAuthentication other() {
        return this == BASIC ? POST : BASIC;
    }

    static ClientAuthentication ofWord(String word) {
        return word.equals(POST.word) ? POST : BASIC;
    }
}
