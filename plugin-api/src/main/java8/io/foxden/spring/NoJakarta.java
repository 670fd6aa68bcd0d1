package io.foxden.spring;

import io.foxden.host.JavaxHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;

/** Says in a Spring Boot 2 application why Foxden does nothing there. Compiled for Java 8. */
@AutoConfiguration
@ConditionalOnMissingClass("jakarta.servlet.ServletContext")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class NoJakarta {
    public NoJakarta() {
        JavaxHost.tell();
    }
}
