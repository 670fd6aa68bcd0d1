package io.foxden.dist.hosting.application;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;

/** Prints which libraries this application sees, each after it has done some work. */
public final class LibrariesServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        try {
            response.getWriter().print(String.join("\n", jackson(), jersey(), bouncyCastle(), slf4j(), providers()));
        } catch (ReflectiveOperationException | LinkageError | java.security.GeneralSecurityException e) {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            e.printStackTrace(response.getWriter());
        }
    }

    private static String jackson() throws ReflectiveOperationException {
        Class<?> type = Class.forName("com.fasterxml.jackson.databind.ObjectMapper");
        Object mapper = type.getConstructor().newInstance();
        Object written = type.getMethod("writeValueAsString", Object.class).invoke(mapper, new int[] {1, 2});
        return line("Jackson", type, type.getMethod("version").invoke(mapper) + ", writes " + written);
    }

    private static String jersey() throws ReflectiveOperationException {
        Object client = Class.forName("jakarta.ws.rs.client.ClientBuilder")
                .getMethod("newClient")
                .invoke(null);
        Class<?> type = client.getClass();
        Object target = type.getMethod("target", String.class).invoke(client, "http://localhost/{a}");
        Object built = target.getClass()
                .getMethod("resolveTemplate", String.class, Object.class)
                .invoke(target, "a", "b");
        String line =
                line("Jersey", type, "" + built.getClass().getMethod("getUri").invoke(built));
        type.getMethod("close").invoke(client);
        return line;
    }

    private static String bouncyCastle() throws ReflectiveOperationException, java.security.GeneralSecurityException {
        Class<?> type = Class.forName("org.bouncycastle.jce.provider.BouncyCastleProvider");
        Provider provider = (Provider) type.getConstructor().newInstance();
        byte[] digest = MessageDigest.getInstance("RIPEMD160", provider).digest();
        return line(
                "Bouncy Castle",
                type,
                provider.getVersionStr() + ", " + HexFormat.of().formatHex(digest));
    }

    private static String slf4j() throws ReflectiveOperationException {
        Class<?> type = Class.forName("org.slf4j.LoggerFactory");
        Object factory = type.getMethod("getILoggerFactory").invoke(null);
        return line("SLF4J", type, factory.getClass().getName());
    }

    /** Of the whole server: nobody may add to them or take away. */
    private static String providers() {
        return "Providers: "
                + Arrays.stream(Security.getProviders()).map(Provider::getName).toList();
    }

    private static String line(String library, Class<?> type, String what) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        String path = String.valueOf(location);
        return library + ": " + path.substring(path.lastIndexOf('/') + 1) + ", " + what;
    }
}
