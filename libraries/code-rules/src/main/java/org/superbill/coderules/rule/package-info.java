/** The rules, one class each, and the list of all of them. */
@NullMarked
package org.superbill.coderules.rule;

import org.jspecify.annotations.NullMarked;
