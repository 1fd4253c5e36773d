package org.superbill.billing.edittable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** The names of a table's columns, in small letters and digits only. CMS writes them in one row or over several, under a title and a copyright line. */
final class Columns {
    private static final int FEWEST_NAMES = 3;

    private final List<String> names;

    private Columns(List<String> names) {
        this.names = names;
    }

    /** @param rows all that stand before the first row of data; those with fewer than three fields are titles */
    static Columns of(List<TableText.Row> rows) {
        var names = new ArrayList<String>();
        for (var row : rows) {
            if (row.filled() >= FEWEST_NAMES) {
                for (var column = 0; column < row.fields().size(); column++) {
                    if (column == names.size()) {
                        names.add("");
                    }
                    names.set(column, names.get(column) + plain(row.field(column)));
                }
            }
        }
        return new Columns(names);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** @return the first column whose name has the text in it, or -1 */
    int containing(String... texts) {
        return first(String::contains, texts);
    }

    int beginningWith(String... texts) {
        return first(String::startsWith, texts);
    }

    int endingWith(String... texts) {
        return first(String::endsWith, texts);
    }

    private int first(BiPredicate<String, String> matches, String... texts) {
        for (var text : texts) {
            for (var column = 0; column < names.size(); column++) {
                if (matches.test(names.get(column), text)) {
                    return column;
                }
            }
        }
        return -1;
    }
}
