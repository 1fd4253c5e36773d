package org.superbill.coding.search;

import java.util.function.Consumer;
import org.superbill.coding.codesystem.CodeSystem;

/** What codes are called beside their official descriptions, for the index. */
interface Names {
    /**
     * One name.
     *
     * @param code stored form; one that groups others stands for those under it
     * @param text what has to be matched
     * @param aside what may be matched as well, as the index' nonessential modifiers; empty for most
     */
    record Name(NameKind kind, String code, String text, String aside) {}

    /** Every name of codes of this system. */
    void each(CodeSystem system, Consumer<Name> consumer);

    /** Changes when the names do. */
    String version(CodeSystem system);

    /** None at all. */
    static Names none() {
        return new Names() {
            @Override
            public void each(CodeSystem system, Consumer<Name> consumer) {}

            @Override
            public String version(CodeSystem system) {
                return "";
            }
        };
    }
}
