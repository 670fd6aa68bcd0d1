package io.foxden.setting;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The proxies whose word about the original request counts, as addresses and ranges. Immutable. */
public final class TrustedProxies {
    /** Nobody is believed. */
    public static final TrustedProxies NONE = new TrustedProxies("none", List.of());

    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
    private static final Pattern ZONE = Pattern.compile("%.*");

    private final String text;
    private final List<AddressRange> ranges;

    private TrustedProxies(String text, List<AddressRange> ranges) {
        this.text = text;
        this.ranges = ranges;
    }

    public static TrustedProxies parse(String text) {
        List<AddressRange> ranges = Arrays.stream(SEPARATOR.split(text))
                .filter(part -> !part.isEmpty())
                .map(AddressRange::parse)
                .toList();
        if (ranges.isEmpty()) {
            throw new BadValueException("setting/bad.no-address");
        }
        return new TrustedProxies(text, ranges);
    }

    /**
     * Whether this address is one of them; false for anything that is not an IP address. Asks no DNS.
     *
     * @param address as servers give it: IPv6 perhaps in brackets, perhaps with a zone
     */
    public boolean includes(String address) {
        if (ranges.isEmpty()) {
            return false;
        }
        try {
            byte[] bytes = bytes(address);
            return ranges.stream().anyMatch(range -> range.includes(bytes));
        } catch (BadValueException e) {
            return false;
        }
    }

    /** Whether this is an IP address written out, and no name. Asks no DNS. */
    public static boolean isAddress(String text) {
        try {
            return bytes(text).length > 0;
        } catch (BadValueException e) {
            return false;
        }
    }

    private static byte[] bytes(String address) {
        String bare =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        return AddressRange.bytes(ZONE.matcher(bare).replaceFirst(""));
    }

    /** Whether there is none, so that forwarded headers never count. */
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether there is a range of all IPv4 or all IPv6 addresses. */
    public boolean includeEverybody() {
        return ranges.stream().anyMatch(AddressRange::everybody);
    }

    @Override
    public String toString() {
        return text;
    }
}
