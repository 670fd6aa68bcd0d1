package host;

import org.springframework.security.web.context.AbstractSecurityWebApplicationInitializer;

/** Puts Spring Security before a whole application in a WAR, as its handbook says. */
public class DenyAllInitializer extends AbstractSecurityWebApplicationInitializer {
    public DenyAllInitializer() {
        super(DenyAll.class);
    }
}
