package io.foxden.dist.hosting.application;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the host's filters before all that come later, as Foxden does. */
public final class FirstOfAllInitializer implements ServletContainerInitializer {
    @Override
    public void onStartup(@Nullable Set<Class<?>> ignored, ServletContext context) {
        context.log("The host's filters come now");
        first(context, new WrappingFilter());
        first(context, new CompressingFilter());
        first(context, new ParameterReadingFilter());
    }

    private static void first(ServletContext context, Filter filter) {
        FilterRegistration.Dynamic registration =
                context.addFilter(filter.getClass().getSimpleName(), filter);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }
}
