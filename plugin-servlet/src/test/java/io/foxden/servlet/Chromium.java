package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser, with a picture of each page in {@code target/screenshots}. */
final class Chromium implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    /** Finds what would leave somebody out who does not see the page, or has no mouse. */
    private static final String FLAWS = """
            const flaws = [];
            if (document.documentElement.lang !== 'en') flaws.push('no language');
            if (document.querySelectorAll('h1').length !== 1) flaws.push('not one first heading');
            if (!document.querySelector('main')) flaws.push('no main part');
            const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
            if (new Set(ids).size !== ids.length) flaws.push('an id twice');
            for (const e of document.querySelectorAll('input:not([type=hidden])'))
              if (!e.labels.length) flaws.push('no label: ' + e.name);
            for (const e of document.querySelectorAll('button'))
              if (!e.textContent.trim()) flaws.push('a button without a word');
            for (const e of document.querySelectorAll('[aria-describedby]'))
              for (const id of e.getAttribute('aria-describedby').split(' '))
                if (!document.getElementById(id)) flaws.push('described by nothing: ' + e.name);
            for (const e of document.querySelectorAll('a[href^="#"]'))
              if (!document.querySelector(e.getAttribute('href'))) flaws.push('a link to nothing');
            return flaws.join(', ');
            """;

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--ignore-certificate-errors",
            "--host-resolver-rules=MAP *.example.com 127.0.0.1");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Takes every host name for this machine, so that a site can have a name of its own. */
    static Chromium start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(FLAGS);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
        return new Chromium(driver);
    }

    Chromium open(Object address) {
        driver.get(address.toString());
        return this;
    }

    /** Types into the field that this label is for, as a person finds it. */
    Chromium type(String label, String text) {
        WebElement element = driver.findElement(By.xpath("//label[starts-with(normalize-space(), '" + label + "')]"));
        WebElement field = driver.findElement(By.id(String.valueOf(element.getDomAttribute("for"))));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** Presses a button that leads to another page, and waits until that is there. */
    Chromium press(String button) {
        return onwards(() -> driver.findElement(By.xpath("//button[normalize-space()='" + button + "']"))
                .click());
    }

    /** Types into the field that has the focus, and sends the form off by the keyboard. */
    Chromium enter(String text) {
        return onwards(() -> driver.switchTo().activeElement().sendKeys(text + Keys.ENTER));
    }

    private Chromium onwards(Runnable leaving) {
        WebElement page = driver.findElement(By.tagName("html"));
        leaving.run();
        await().until(() -> gone(page) && "complete".equals(driver.executeScript("return document.readyState")));
        return this;
    }

    private static boolean gone(WebElement element) {
        try {
            element.getTagName();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        }
    }

    Chromium unfold(String summary) {
        driver.findElement(By.xpath("//summary[normalize-space()='" + summary + "']"))
                .click();
        return this;
    }

    String text() {
        return String.valueOf(driver.executeScript("return document.body.innerText"));
    }

    String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    ChromeDriver driver() {
        return driver;
    }

    /** What the browser complained about, such as a violated policy. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("favicon.ico"))
                .filter(message -> !message.contains("Failed to load resource")) // an error page of ours
                .filter(message -> !message.contains("Opener-Policy header has been ignored")) // no TLS here
                .toList();
    }

    /** Pictures: wide and light, wide and dark, as narrow as a small telephone. */
    Chromium picture(String name) {
        assertThat(driver.executeScript(FLAWS)).as(name).isEqualTo("");
        take(name + "-wide", 1000, "light");
        take(name + "-dark", 1000, "dark");
        take(name + "-narrow", 320, "light");
        return this;
    }

    /** Whether everything fits into so many pixels without scrolling sideways. */
    boolean fits(int width) {
        metrics(width, 800);
        int overflow = number("return document.documentElement.scrollWidth");
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        return overflow <= width;
    }

    private void take(String name, int width, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        metrics(width, 200);
        metrics(width, number("return document.documentElement.scrollHeight"));
        try {
            Files.createDirectories(PICTURES);
            byte[] png = driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES);
            Files.write(PICTURES.resolve(name + ".png"), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private int number(String script) {
        return Integer.parseInt(String.valueOf(driver.executeScript(script)));
    }

    private void metrics(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
