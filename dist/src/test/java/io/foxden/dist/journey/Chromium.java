package io.foxden.dist.journey;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real browser, for which every name below {@code example.com} is this machine. */
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final Transcript transcript;

    private Chromium(ChromeDriver driver, Transcript transcript) {
        this.driver = driver;
        this.transcript = transcript;
    }

    static Chromium start(Transcript transcript) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP *.example.com 127.0.0.1");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE);
        return new Chromium(driver, transcript);
    }

    void open(URI address) {
        driver.get(address.toString());
        keep();
    }

    void type(String field, String text) {
        WebElement element = driver.findElement(By.name(field));
        element.clear();
        element.sendKeys(text);
    }

    /** Presses a button that leads to another page, and waits until that is there. */
    void press(String button) {
        WebElement page = driver.findElement(By.tagName("html"));
        driver.findElement(By.xpath("//button[normalize-space()='" + button + "']"))
                .click();
        await().atMost(PATIENCE)
                .until(() -> gone(page) && "complete".equals(driver.executeScript("return document.readyState")));
        keep();
    }

    String text() {
        return String.valueOf(driver.executeScript("return document.body.innerText"));
    }

    URI address() {
        return URI.create(String.valueOf(driver.getCurrentUrl()));
    }

    String cookie(String name) {
        return Objects.requireNonNull(driver.manage().getCookieNamed(name), name)
                .getValue();
    }

    private void keep() {
        transcript.add(address(), String.valueOf(driver.getPageSource()));
    }

    private static boolean gone(WebElement element) {
        try {
            element.getTagName();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
