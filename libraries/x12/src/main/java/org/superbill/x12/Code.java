package org.superbill.x12;

/** A code as a type of its own. Types have their list's codes as constants, and keep any other code that comes. */
public interface Code {
    String code();
}
