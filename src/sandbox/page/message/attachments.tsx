import './attachments.css';
import type { Json } from '../../state/model.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { colorOf } from '../blocks/colors.ts';
import { formatDate } from '../blocks/date.ts';
import { Picture, Zoomable } from '../blocks/image.tsx';
import { EmojiText, ExternalLink } from '../blocks/inline.tsx';
import { integer, records, string, strings } from '../blocks/json.ts';
import { Mrkdwn } from '../blocks/text.tsx';
import { imageUrl } from '../blocks/urls.ts';
import type { Place } from '../protocol.ts';

/** Text that the attachment's `mrkdwn_in` lets have markup; without one, all of it has. */
function Words({ attachment, field, text }: { attachment: Json; field: string; text: string }) {
  const marked = attachment['mrkdwn_in'] === undefined || strings(attachment['mrkdwn_in']).includes(field);
  return marked ? <Mrkdwn text={text} /> : <EmojiText text={text} />;
}

function Author({ attachment }: { attachment: Json }) {
  const icon = imageUrl(attachment['author_icon'] ?? attachment['service_icon']);
  const name = string(attachment['author_name']) || string(attachment['service_name']);
  if (name === '') return null;
  return (
    <div class="attachments-author">
      {icon && <Picture url={icon} alt="" class="attachments-icon" />}
      <ExternalLink url={attachment['author_link']} class="attachments-name">
        <EmojiText text={name} />
      </ExternalLink>
      {string(attachment['author_subname'])}
    </div>
  );
}

function Fields({ attachment }: { attachment: Json }) {
  const fields = records(attachment['fields']);
  if (fields.length === 0) return null;
  return (
    <dl class="attachments-fields">
      {fields.map((field, at) => (
        <div key={at} class={field['short'] === true ? 'attachments-short' : 'attachments-field'}>
          <dt>{string(field['title'])}</dt>
          <dd>
            <Words attachment={attachment} field="fields" text={string(field['value'])} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Footer({ attachment }: { attachment: Json }) {
  const icon = imageUrl(attachment['footer_icon']);
  const at = Number(attachment['ts']);
  const date = at > 0 ? formatDate(at, '{date_short_pretty} at {time}', { now: Date.now() }) : '';
  const words = [string(attachment['footer']), date].filter((part) => part !== '').join(' | ');
  if (words === '') return null;
  return (
    <div class="attachments-footer">
      {icon && <Picture url={icon} alt="" class="attachments-icon" />}
      <EmojiText text={words} />
    </div>
  );
}

function Body({ attachment }: { attachment: Json }) {
  const title = string(attachment['title']);
  const text = string(attachment['text']);
  const image = imageUrl(attachment['image_url']);
  const size = {
    width: integer(attachment['image_width'], 0, 10_000),
    height: integer(attachment['image_height'], 0, 10_000),
  };
  const isBare = [title, text, attachment['fields'], image, attachment['author_name']].every((part) => !part);
  return (
    <>
      <Author attachment={attachment} />
      {title !== '' && (
        <div class="attachments-title">
          <ExternalLink url={attachment['title_link'] ?? attachment['from_url']}>
            <EmojiText text={title} />
          </ExternalLink>
        </div>
      )}
      {text !== '' && <Words attachment={attachment} field="text" text={text} />}
      {isBare && <Mrkdwn text={string(attachment['fallback'])} />}
      <Fields attachment={attachment} />
      {image && (
        <Zoomable url={image} alt={string(attachment['fallback']) || title} name={title || 'Image'} {...size} />
      )}
      <Footer attachment={attachment} />
    </>
  );
}

function Attachment({ attachment, place }: { attachment: Json; place: Place }) {
  const color = colorOf(attachment['color']);
  const thumb = imageUrl(attachment['thumb_url']);
  const pretext = string(attachment['pretext']);
  const blocks = records(attachment['blocks'] ?? attachment['message_blocks']);
  return (
    <div class="attachments-one">
      {pretext !== '' && <Words attachment={attachment} field="pretext" text={pretext} />}
      <div class="attachments-frame" style={color === undefined ? {} : { '--bar': color }}>
        <div class="attachments-body">
          {blocks.length > 0 ? <Blocks blocks={blocks} place={place} /> : <Body attachment={attachment} />}
        </div>
        {thumb && <Picture url={thumb} alt="" class="attachments-thumb" />}
      </div>
    </div>
  );
}

/** What hangs below a message: with a coloured bar, and as previews of links. */
export function Attachments({ attachments, place }: { attachments: readonly Json[]; place: Place }) {
  return (
    <div class="attachments">
      {attachments.map((attachment, at) => (
        <Attachment key={string(attachment['id']) || at} attachment={attachment} place={place} />
      ))}
    </div>
  );
}
