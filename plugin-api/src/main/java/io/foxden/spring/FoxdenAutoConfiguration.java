package io.foxden.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Starts Foxden with a Spring Boot application that has its JAR on the class path, before the filters of the
 * application's own. Properties of Spring's environment whose names begin with {@code foxden.} are settings of Foxden,
 * with the rank of context parameters. Not in Spring Boot 2, which decides that without loading this class.
 */
@AutoConfiguration
@ConditionalOnClass(name = "jakarta.servlet.ServletContext")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class FoxdenAutoConfiguration {
    @Bean
    FirstBean foxdenServletContextInitializer(ConfigurableEnvironment environment) {
        return new FirstBean(environment);
    }
}
