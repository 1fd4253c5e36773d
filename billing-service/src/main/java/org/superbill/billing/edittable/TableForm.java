package org.superbill.billing.edittable;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a kind of file of CMS is written, and how its rows are read. */
interface TableForm {
    /** The tables that the file may be of: exactly these, or where {@link #oneOf} says so one of them. */
    List<EditTable> tables();

    /** Whether the file is of one of the tables, which its columns do not tell apart. */
    default boolean oneOf() {
        return false;
    }

    /** Takes the rows of a table, as {@link RowText} writes them. */
    interface Sink {
        void add(EditTable table, String row);
    }

    /** @param table which one, where {@link #oneOf} */
    void read(TableText.Row row, EditTable table, RowErrors errors, Sink sink);

    /** @return null when the columns are those of no file that is known */
    static @Nullable TableForm of(Columns columns) {
        return Stream.of(
                        PairForm.of(columns),
                        UnitLimitForm.of(columns),
                        AddOnForm.of(columns),
                        FeeScheduleForm.of(columns),
                        GeographicForm.of(columns))
                .flatMap(form -> form == null ? Stream.<TableForm>empty() : Stream.of(form))
                .findFirst()
                .orElse(null);
    }
}
