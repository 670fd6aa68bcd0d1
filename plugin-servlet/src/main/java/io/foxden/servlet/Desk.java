package io.foxden.servlet;

import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Request;
import java.io.IOException;

/** Answers requests to our addresses. */
interface Desk {
    /** @throws IOException where the client goes away while it is still sending */
    Answer answer(Request request) throws IOException;
}
