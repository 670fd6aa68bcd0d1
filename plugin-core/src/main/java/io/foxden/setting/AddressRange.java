package io.foxden.setting;

import io.foxden.words.Message;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The IP addresses that agree in their first bits (RFC 4632, RFC 4291). An IPv4 address is the same as itself mapped
 * into IPv6. Never asks the DNS.
 *
 * @param start an address of the range, 16 bytes
 * @param bits how many bits agree, 0 to 128
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and never given out of the package
record AddressRange(byte[] start, int bits) {
    private static final Pattern V4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern
            V6 = // Java takes text with a colon for an address, and asks no DNS, where it begins like one.
            Pattern.compile("(?=.*:)[0-9A-Fa-f:][0-9A-Fa-f:.]*");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");
    private static final int V4_OFFSET = 12;
    private static final int V4_BITS = 32;
    private static final int V6_BITS = 128;

    /** One address, or an address, a slash and the number of leading bits. */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean v6 = address.contains(":");
        int most = v6 ? V6_BITS : V4_BITS;
        int bits = slash < 0 ? most : length(text.substring(slash + 1), most);
        return new AddressRange(bytes(address), bits + V6_BITS - most);
    }

    /** The 16 bytes of an address written out; an IPv4 address is mapped into IPv6 (RFC 4291, section 2.5.5.2). */
    static byte[] bytes(String address) {
        Matcher v4 = V4.matcher(address);
        if (v4.matches()) {
            return mapped(v4);
        }
        if (!V6.matcher(address).matches()) {
            throw notAnAddress(address);
        }
        try {
            return mapped(InetAddress.getByName(address).getAddress());
        } catch (UnknownHostException e) {
            throw notAnAddress(address);
        }
    }

    boolean includes(byte[] address) {
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (start[i] != address[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || (start[whole] ^ address[whole]) >> (Byte.SIZE - rest) == 0;
    }

    /** Whether nothing of an IPv4 or IPv6 address has to agree. */
    boolean everybody() {
        int mappedBits = V6_BITS - V4_BITS;
        boolean v4 = Arrays.equals(start, 0, V4_OFFSET, mapped(new byte[4]), 0, V4_OFFSET);
        return bits == 0 || (bits == mappedBits && v4);
    }

    private static int length(String text, int most) {
        if (!LENGTH.matcher(text).matches() || Integer.parseInt(text) > most) {
            throw new BadValueException(
                    Message.of("setting/bad.prefix-length").with("length", text).with("most", most));
        }
        return Integer.parseInt(text);
    }

    private static BadValueException notAnAddress(String text) {
        return new BadValueException(Message.of("setting/bad.ip-address").with("text", text));
    }

    private static byte[] mapped(Matcher v4) {
        byte[] four = new byte[4];
        for (int i = 0; i < four.length; i++) {
            int part = Integer.parseInt(v4.group(i + 1));
            if (part > 255) {
                throw notAnAddress(v4.group());
            }
            four[i] = (byte) part;
        }
        return mapped(four);
    }

    private static byte[] mapped(byte[] address) {
        if (address.length != 4) {
            return address;
        }
        byte[] sixteen = new byte[16];
        sixteen[10] = -1;
        sixteen[11] = -1;
        System.arraycopy(address, 0, sixteen, V4_OFFSET, 4);
        return sixteen;
    }
}
