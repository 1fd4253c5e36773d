/** What an organization has decided about its coding: who may do what, what needs a person, when things are due. */
@NullMarked
package org.superbill.coding.codingpolicy;

import org.jspecify.annotations.NullMarked;
