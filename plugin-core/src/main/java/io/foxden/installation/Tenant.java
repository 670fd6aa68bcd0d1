package io.foxden.installation;

import io.foxden.words.Message;

/**
 * A web application that lives in a home.
 *
 * @param identity the same for every copy of it, such as the next version that starts beside it and other nodes; never the
 *     same for two applications
 * @param words for it, as what a sentence is about
 */
public record Tenant(String identity, Message words) {}
