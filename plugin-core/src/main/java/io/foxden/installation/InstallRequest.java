package io.foxden.installation;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to register with.
 *
 * @param siteUrl the application's public address as given; null where not given
 * @param seenSiteUrl the address under which the request itself came, used where nothing else says
 * @param fields registration fields under their parameter names, such as {@code project_name}
 */
public record InstallRequest(
        @Nullable String siteUrl, @Nullable URI seenSiteUrl, Map<String, String> fields) {
    public InstallRequest {
        fields = Map.copyOf(fields);
    }
}
