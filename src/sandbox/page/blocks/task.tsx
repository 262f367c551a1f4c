import './task.css';
import type { Json } from '../../state/model.ts';
import { Icon } from '../parts/icon.tsx';
import { Spinner } from './control.tsx';
import { ExternalLink } from './inline.tsx';
import { isRecord, records, string } from './json.ts';
import { RichText } from './rich-text.tsx';

const said: Readonly<Record<string, string>> = {
  pending: 'Pending',
  in_progress: 'In progress',
  complete: 'Complete',
  error: 'Failed',
};

function Mark({ status }: { status: string }) {
  if (status === 'in_progress') return <Spinner />;
  if (status === 'complete') return <Icon name="check" size={14} />;
  return status === 'error' ? <Icon name="close" size={14} /> : <span class="task-dot" />;
}

/** A step of what an assistant does. */
export function TaskCard({ block }: { block: Json }) {
  const status = Object.hasOwn(said, string(block['status'])) ? string(block['status']) : 'pending';
  const { details, output } = block;
  const sources = records(block['sources']);
  return (
    <div class={`task task-${status}`}>
      <span class="task-mark" role="img" aria-label={said[status]}>
        <Mark status={status} />
      </span>
      <div class="task-text">
        <div class="task-title">{string(block['title'])}</div>
        {isRecord(details) && (
          <div class="task-details">
            <RichText block={details} />
          </div>
        )}
        {isRecord(output) && (
          <div class="task-details">
            <RichText block={output} />
          </div>
        )}
        {sources.length > 0 && (
          <div class="task-sources">
            {sources.map((source) => (
              <ExternalLink key={string(source['url'])} url={source['url']} class="task-source">
                {string(source['text']) || string(source['url'])}
              </ExternalLink>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

export function Plan({ block }: { block: Json }) {
  const tasks = records(block['tasks']);
  return (
    <div class="task-plan">
      {string(block['title']) !== '' && <div class="task-plan-title">{string(block['title'])}</div>}
      {tasks.map((task, at) => (
        <TaskCard key={string(task['task_id']) || at} block={task} />
      ))}
    </div>
  );
}
