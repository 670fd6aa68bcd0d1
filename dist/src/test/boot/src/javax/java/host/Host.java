package host;

import javax.servlet.Filter;
import javax.servlet.http.HttpServletResponse;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application with a first page, and a filter over everything. */
@SpringBootApplication
@RestController
public class Host {
    public static void main(String[] arguments) {
        SpringApplication.run(Host.class, arguments);
    }

    @GetMapping(path = "/", produces = "text/html")
    public String firstPage() {
        return "<!DOCTYPE html><title>Host</title><h1>The host's first page</h1>";
    }

    @Bean
    public Filter everything() {
        return (request, response, chain) -> {
            ((HttpServletResponse) response).setHeader("X-Host", "seen");
            chain.doFilter(request, response);
        };
    }
}
