package io.foxden.installer.command;

import io.foxden.api.Api;
import io.foxden.api.Resource;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.words.Message;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * What a call is about: an address, or relations to follow from the API home and a query for where they end.
 *
 * @param address empty where relations are given
 * @param query without the question mark; empty for none
 */
record Target(String address, List<String> relations, String query) {

    /** @param words as on the command line: relations separated by slashes and words, or one address */
    static Target of(List<String> words) {
        String text = String.join("/", words);
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return new Target(text, List.of(), "");
        }
        int question = text.indexOf('?');
        String path = question < 0 ? text : text.substring(0, question);
        List<String> relations = Arrays.stream(path.split("/"))
                .filter(relation -> !relation.isEmpty())
                .toList();
        return new Target("", relations, question < 0 ? "" : text.substring(question + 1));
    }

    /**
     * Where it is; all relations but the last are followed for that.
     *
     * @throws OperatorException (bad_request) if that is no address
     */
    String find(Api api) {
        return checked(address.isEmpty() ? withQuery(end(api)) : address);
    }

    private String end(Api api) {
        if (relations.isEmpty()) {
            return api.home().uri().toString();
        }
        List<String> way = relations.subList(0, relations.size() - 1);
        Resource before = api.follow(way.toArray(String[]::new));
        return before.link(relations.get(relations.size() - 1)).toString();
    }

    private String withQuery(String found) {
        return query.isEmpty() ? found : found + (found.contains("?") ? "&" : "?") + query;
    }

    private static String checked(String found) {
        try {
            return URI.create(found).toString();
        } catch (IllegalArgumentException e) {
            throw new OperatorException(
                    Code.BAD_REQUEST, Message.of("installer/command/no-address").with("text", found));
        }
    }

    /** As it was given. */
    @Override
    public String toString() {
        return address
                + (address.isEmpty() && relations.isEmpty() ? "/" : String.join("/", relations))
                + (query.isEmpty() ? "" : "?" + query);
    }
}
