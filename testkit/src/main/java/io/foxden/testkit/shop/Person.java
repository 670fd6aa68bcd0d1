package io.foxden.testkit.shop;

/** The one user of the sandbox, who owns all its stores. */
public record Person(int id, String firstName, String lastName, String email) {

    public static Person standard() {
        return new Person(7, "Ada", "Merchant", "ada@example.com");
    }

    public String name() {
        return firstName + " " + lastName;
    }
}
