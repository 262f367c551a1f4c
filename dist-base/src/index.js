import { _ as formatLine, b as defineCommand, d as splitWords, g as formatTime, y as parseDuration } from "../chunks/line.js";
import { C as table, E as exitCodes, S as styled, T as OpsError, _ as file, b as linked, g as fields, h as code, v as image, w as text, x as list, y as link } from "../chunks/start.js";
export { OpsError, code, defineCommand, exitCodes, fields, file, formatLine, formatTime, image, link, linked, list, parseDuration, splitWords as splitLine, styled, table, text };
