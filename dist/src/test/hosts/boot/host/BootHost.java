package host;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.ComponentScan;

/** A Spring Boot application with Spring Security as it comes. */
@SpringBootApplication
@ComponentScan("host.nothing")
public class BootHost {
    public static void main(String[] arguments) {
        SpringApplication.run(BootHost.class, arguments);
    }
}
