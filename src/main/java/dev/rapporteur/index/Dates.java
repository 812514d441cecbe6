package dev.rapporteur.index;

import java.time.LocalDate;
import java.time.YearMonth;

/** Dates of a year, a month or a day as spans of days, each day the number yyyymmdd. */
public final class Dates {

  private Dates() {}

  /** The first day of {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}. */
  public static int first(String date) {
    return switch (date.length()) {
      case 4 -> number(LocalDate.of(Integer.parseInt(date), 1, 1));
      case 7 -> number(YearMonth.parse(date).atDay(1));
      default -> number(LocalDate.parse(date));
    };
  }

  /** The last day of it. */
  public static int last(String date) {
    return switch (date.length()) {
      case 4 -> number(LocalDate.of(Integer.parseInt(date), 12, 31));
      case 7 -> number(YearMonth.parse(date).atEndOfMonth());
      default -> number(LocalDate.parse(date));
    };
  }

  private static int number(LocalDate day) {
    return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
  }
}
