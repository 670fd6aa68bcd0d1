package io.foxden.servlet;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Is told of requests before any filter is, and so also of those that never come to ours. */
final class FirstRequest implements ServletRequestListener {
    private static final Logger LOG = LoggerFactory.getLogger(FirstRequest.class);

    private final OwnAddress address;

    FirstRequest(OwnAddress address) {
        this.address = address;
    }

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        try {
            address.requestCame(event.getServletRequest());
        } catch (RuntimeException | Error e) {
            LOG.debug("It stays unknown who answers", e);
        }
    }
}
