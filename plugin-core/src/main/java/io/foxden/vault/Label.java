package io.foxden.vault;

/**
 * The place a sealed value belongs to; in another place it does not open.
 *
 * @param record the stored record's name
 * @param field the field in the record
 */
public record Label(String record, String field) {
    /** @throws IllegalArgumentException if one of them is empty */
    public Label {
        if (record.isEmpty() || field.isEmpty()) {
            throw new IllegalArgumentException("A label names a record and a field");
        }
    }

    @Override
    public String toString() {
        return "'" + field + "' of '" + record + "'";
    }
}
