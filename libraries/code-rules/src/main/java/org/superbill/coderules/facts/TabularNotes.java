package org.superbill.coderules.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.Note;
import org.superbill.coderules.NoteKind;
import org.superbill.coderules.NotedEntry;

/**
 * The notes of a tabular list, each code with those above it. A note on a code holds on the days on which the code is described as in that list;
 * one on a block or chapter holds always. What addenda have withdrawn or added since holds accordingly.
 */
final class TabularNotes {
    /** Kinds whose first line may be continued by the others: "underlying disease, such as:". */
    private static final Set<NoteKind> WITH_LEAD = EnumSet.of(NoteKind.CODE_FIRST, NoteKind.USE_ADDITIONAL);

    private static final Predicate<LocalDate> ALWAYS = day -> true;
    private static final Predicate<LocalDate> NEVER = day -> false;
    private static final int CATEGORY = 3;

    private final String release;
    private final LocalDate effectiveFrom;
    private final TabularAddenda addenda;
    private final Map<String, Predicate<LocalDate>> holds;
    /** A category without notes of its own stands here with those of its block. */
    private final Map<String, NotedEntry> byCode = new HashMap<>();

    private final List<Block> blocks = new ArrayList<>();

    /**
     * @param holds for a code of the list, on which days it is what the list says
     * @param titles of codes that are newer than the list
     */
    TabularNotes(TabularList list, Map<String, Predicate<LocalDate>> holds, UnaryOperator<String> titles) {
        this.release = list.release();
        this.effectiveFrom = list.effectiveFrom();
        this.addenda = TabularAddenda.since(list);
        this.holds = holds;
        @Nullable NotedEntry chapter = null;
        @Nullable NotedEntry block = null;
        for (var entry : list.entries()) {
            switch (entry.level()) {
                case CHAPTER -> chapter = noted(entry, ALWAYS, null);
                case BLOCK -> {
                    // a block of blocks comes before those in it
                    var outer = block(entry.subject().substring(0, CATEGORY));
                    block = noted(entry, ALWAYS, outer == null ? chapter : outer);
                    blocks.add(Block.of(entry.subject(), block));
                }
                case CODE -> addCode(entry, block);
            }
        }
        addNewCodes(list, titles);
    }

    /** The first day that the list judges. */
    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    /** Codes that came after the list, and whose notes came with them. */
    private void addNewCodes(TabularList list, UnaryOperator<String> titles) {
        var known = list.entries().stream().map(TabularList.Entry::subject).collect(Collectors.toSet());
        for (var subject : addenda.subjects()) {
            if (!known.contains(subject) && !subject.contains("-")) {
                var entry = new TabularList.Entry(subject, NotedEntry.Level.CODE, titles.apply(subject), List.of());
                var notes = notes(entry);
                byCode.put(
                        subject,
                        new NotedEntry(
                                subject,
                                entry.level(),
                                entry.title(),
                                addenda.releaseOf(subject),
                                notes,
                                ALWAYS,
                                of(subject)));
            }
        }
    }

    /** A block and the nearest entry, itself or its chapter, that has notes. */
    private record Block(
            String first, String last, @Nullable NotedEntry notes) {
        static Block of(String subject, @Nullable NotedEntry notes) {
            var ends = subject.split("-");
            return new Block(ends[0], ends[ends.length - 1], notes);
        }

        boolean contains(String category) {
            return category.compareTo(first) >= 0 && category.compareTo(last) <= 0;
        }
    }

    /** The entry of the code, or the nearest above it that has notes; null when none has. */
    @Nullable
    NotedEntry of(String code) {
        for (var length = code.length(); length >= CATEGORY; length--) {
            var entry = byCode.get(code.substring(0, length));
            if (entry != null) {
                return entry;
            }
        }
        return block(code.substring(0, CATEGORY));
    }

    /** Of the innermost block that reaches over the category, which the list itself need not have. */
    private @Nullable NotedEntry block(String category) {
        for (var i = blocks.size() - 1; i >= 0; i--) {
            if (blocks.get(i).contains(category)) {
                return blocks.get(i).notes();
            }
        }
        return null;
    }

    private void addCode(TabularList.Entry entry, @Nullable NotedEntry block) {
        var code = entry.subject();
        var above = code.length() == CATEGORY ? block : of(code.substring(0, code.length() - 1));
        var noted = noted(entry, holds.getOrDefault(code, NEVER), above);
        if (noted != null && (noted != above || code.length() == CATEGORY)) {
            byCode.put(code, noted);
        }
    }

    /** With its own notes, or, where it has none, just what is above it. */
    private @Nullable NotedEntry noted(
            TabularList.Entry entry, Predicate<LocalDate> holdsOn, @Nullable NotedEntry above) {
        var notes = notes(entry);
        return notes.isEmpty()
                ? above
                : new NotedEntry(entry.subject(), entry.level(), entry.title(), release, notes, holdsOn, above);
    }

    private List<Note> notes(TabularList.Entry entry) {
        var notes = new ArrayList<Note>();
        var leads = new HashMap<NoteKind, String>();
        for (var note : entry.notes()) {
            notes.add(note(note, leads, addenda.withdrawn(entry.subject(), note).orElse(null)));
        }
        for (var added : addenda.added(entry.subject())) {
            notes.add(note(added.note(), leads, added.how()));
        }
        return notes;
    }

    private static Note note(TabularList.Text note, Map<NoteKind, String> leads, Note.@Nullable Changed changed) {
        var isLead = note.text().endsWith(":") && WITH_LEAD.contains(note.kind());
        var lead = isLead ? "" : leads.getOrDefault(note.kind(), "");
        if (isLead) {
            leads.put(note.kind(), note.text());
        }
        return new Note(note.kind(), note.text(), lead, NoteReferences.of(note.text()), changed);
    }
}
