package org.superbill.coderules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is known of codes; immutable while rules run. Codes are in stored form. */
public interface CodeFacts {
    /** Nothing is known of any code. */
    CodeFacts NONE = new CodeFacts() {
        @Override
        public @Nullable CodeFact find(Terminology terminology, String code, LocalDate on) {
            return null;
        }

        @Override
        public boolean covers(Terminology terminology, LocalDate on) {
            return false;
        }

        @Override
        public boolean isPastItsYear(Terminology terminology, LocalDate on) {
            return false;
        }

        @Override
        public @Nullable CodeList listed(CodeListKind kind, String code, LocalDate on) {
            return null;
        }

        @Override
        public boolean has(CodeListKind kind) {
            return false;
        }
    };

    /** Null for a code that no release has. */
    @Nullable
    CodeFact find(Terminology terminology, String code, LocalDate on);

    /** Whether a release of the code system was in force on the day. Where none was, nothing can be said of its codes. */
    boolean covers(Terminology terminology, LocalDate on);

    /** Whether the newest code that is known of the code system is more than a year old on the day: there may be codes by then that no loaded release has. */
    boolean isPastItsYear(Terminology terminology, LocalDate on);

    /** The list of that kind that judges the day, when the code is in it; else null. */
    @Nullable
    CodeList listed(CodeListKind kind, String code, LocalDate on);

    /** Whether there is a list of that kind at all. */
    boolean has(CodeListKind kind);
}
