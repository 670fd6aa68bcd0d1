package io.foxden.testkit;

import io.foxden.testkit.account.Access;
import io.foxden.testkit.account.Client;
import io.foxden.testkit.account.Foxy;
import io.foxden.testkit.account.Grant;
import io.foxden.testkit.consent.Authorization;
import io.foxden.testkit.control.Control;
import io.foxden.testkit.fault.Behaviour;
import io.foxden.testkit.fault.Conduct;
import io.foxden.testkit.fault.Event;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.fault.Faults;
import io.foxden.testkit.hal.Addresses;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.journal.Exchange;
import io.foxden.testkit.journal.Journal;
import io.foxden.testkit.journal.Target;
import io.foxden.testkit.journal.Violation;
import io.foxden.testkit.reception.Listeners;
import io.foxden.testkit.reception.Reception;
import io.foxden.testkit.wire.Delivery;
import io.foxden.testkit.wire.HttpWire;
import io.foxden.testkit.wire.Origin;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A Foxy that runs offline, on 127.0.0.1, with everything in memory. As strict as Foxy's documentation: what is not
 * allowed there is refused here, and what is merely ill-mannered is listed in {@link #violations}.
 *
 * <p>Links go to {@link #apiUrl}, whatever name the sandbox was called by. Safe for use by several threads.
 */
public final class Sandbox implements AutoCloseable {
    private final HttpWire wire;
    private final Conduct conduct;
    private final Journal journal;
    private final Faults faults = new Faults();
    private final Listeners listeners = new Listeners();
    private final Foxy foxy;

    private Sandbox(SandboxOptions options) {
        this.wire = HttpWire.bind(options.port(), options.twinPort());
        this.conduct = new Conduct(options.behaviour());
        this.journal = new Journal(options.clock());
        this.foxy = Foxy.begin(options.clock(), options.random(), options.stores(), conduct);
        Addresses addresses = new Addresses(wire::address, () -> conduct.get().linksToTwin());
        Reception reception = new Reception(journal, listeners, faults, foxy, new Answers(addresses, options.clock()));
        Control control = new Control(journal, faults, conduct, foxy, this::reset);
        wire.serve(call -> call.path().startsWith(Control.PATH)
                ? new Delivery.Whole(control.answer(call))
                : reception.respond(call));
    }

    public static Sandbox start() {
        return start(SandboxOptions.standard());
    }

    /**
     * Starts a sandbox, ready for requests when this returns.
     *
     * @throws java.io.UncheckedIOException where a port cannot be had
     */
    public static Sandbox start(SandboxOptions options) {
        return new Sandbox(options);
    }

    /** The API home, ending in a slash. */
    public URI apiUrl() {
        return wire.address(Origin.API);
    }

    /** The same service under another origin, ending in a slash. */
    public URI twinUrl() {
        return wire.address(Origin.TWIN);
    }

    /** The authorization endpoint, for browsers. */
    public URI authorizeUrl() {
        return apiUrl().resolve(Authorization.PATH);
    }

    /** Below it stand the control addresses: see {@link Control}. Ends in a slash. */
    public URI controlUrl() {
        return apiUrl().resolve(Control.PATH);
    }

    /** Orders a fault; see {@link Fault#on}. */
    public void order(Fault fault) {
        faults.order(fault);
    }

    /** Takes back every fault not yet spent. */
    public void clearFaults() {
        faults.clear();
    }

    /** Faults that may still strike. */
    public List<Fault> pendingFaults() {
        return faults.pending();
    }

    public Behaviour behaviour() {
        return conduct.get();
    }

    /** Changes how the sandbox behaves from now on, such as {@code b -> b.withRotateRefreshTokens(true)}. */
    public void behave(UnaryOperator<Behaviour> change) {
        conduct.change(change);
    }

    /** Lets something happen at Foxy now. */
    public void happen(Event event) {
        foxy.happen(event);
    }

    /** Deletes a client, as its owner might; false where there is none of that id. */
    public boolean deleteClient(String clientId) {
        return foxy.deleteClient(clientId);
    }

    /** Revokes a grant, as a store's administrator might; false where there is none of that number. */
    public boolean revoke(int grantNumber) {
        return foxy.grants().revoke(grantNumber);
    }

    /**
     * Tells the listener of each request that has arrived, before anything is done about it, in the request's thread.
     * The control addresses are not told of.
     */
    public void onRequest(Consumer<Exchange> listener) {
        listeners.onRequest(listener);
    }

    /**
     * Tells the listener of each request that was worked on, before the answer is sent, in the request's thread. The
     * status is that of the true answer.
     */
    public void afterProcessing(Consumer<Exchange> listener) {
        listeners.afterProcessing(listener);
    }

    /** The journal: every request so far, oldest first. */
    public List<Exchange> exchanges() {
        return journal.exchanges();
    }

    /** The requests so far for one target. */
    public List<Exchange> exchanges(Target target) {
        return journal.exchanges().stream().filter(e -> e.target() == target).toList();
    }

    /** How many registrations were asked for, answered or not. */
    public int postsToClients() {
        return (int) exchanges(Target.CREATE_CLIENT).stream()
                .filter(e -> e.method().equals("POST"))
                .count();
    }

    /** Every rule broken so far, oldest first. */
    public List<Violation> violations() {
        return journal.violations();
    }

    /** The clients that exist now, in the order of registration. */
    public List<Client> clients() {
        return foxy.clients().all();
    }

    /** The grants that have a refresh token now, those of registrations ({@code client_full_access}) included. */
    public List<Grant> grants() {
        return foxy.grants().active();
    }

    /** Until when an access token opens what it was given for; empty where it is unknown or was revoked. */
    public Optional<Instant> accessTokenExpiry(String accessToken) {
        return foxy.grants().access(accessToken).map(Access::expiresAt);
    }

    /** Every client secret, code, access token and refresh token ever made: none may be found anywhere in clear. */
    public Set<String> issuedSecrets() {
        return foxy.mint().issued();
    }

    /** Back to how it began: nothing registered, nothing granted, no fault, an empty journal. Listeners stay. */
    public void reset() {
        faults.clear();
        conduct.reset();
        foxy.reset();
        journal.clear();
    }

    @Override
    public void close() {
        wire.close();
    }
}
